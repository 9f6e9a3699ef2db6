package vn.thidua.discovery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/** Starts the Eureka server; its settings are in {@code application.yml}, its address and password come from outside. */
@SpringBootApplication
@EnableEurekaServer
public class DiscoveryApplication {

    /** Takes Spring's command line arguments. */
    public static void main(String[] args) {
        SpringApplication.run(DiscoveryApplication.class, args);
    }

    /** Anyone who may write here can redirect every call of the platform, so all but the health probes asks for the password. */
    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(paths -> paths.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                // No cookie is ever issued, hence no forged request can ride on one; Eureka's clients send no CSRF
                // token.
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * The one password is random, machine-made and held in memory only, so a slow hash protects nothing; by default Spring
     * would turn it into one after the first log-in and spend a quarter of a processor on every client's heartbeats.
     */
    @Bean
    PasswordEncoder plain() {
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return password == null ? null : password.toString();
            }

            @Override
            public boolean matches(@Nullable CharSequence offered, @Nullable String known) {
                return offered != null && known != null && MessageDigest.isEqual(bytes(offered), bytes(known));
            }

            private static byte[] bytes(CharSequence text) {
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
