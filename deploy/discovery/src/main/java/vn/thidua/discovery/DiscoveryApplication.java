package vn.thidua.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
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
}
