package vn.thidua.cluster.digitalsignature;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the authorities whose certificates are trusted. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DigitalSignatureConfiguration.Settings.class)
class DigitalSignatureConfiguration {
    /** @param trust PEM file of the trusted authorities' certificates, or a folder of {@code .pem} files; empty for none: then no chain is checked */
    @ConfigurationProperties("thidua.digital-signature")
    record Settings(@DefaultValue("") String trust) {}

    @Bean
    Certificates certificates(Settings settings) {
        return new Certificates(settings.trust().isBlank() ? null : Path.of(settings.trust()));
    }
}
