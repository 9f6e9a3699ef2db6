package vn.thidua.gateway.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/** The security framework turns away addresses made to be read in two ways, with an empty answer; ours has words. */
@Configuration(proxyBeanMethods = false)
class Refusals {
    @Bean
    ServerExchangeRejectedHandler ambiguousAddress(Problems problems) {
        return (exchange, rejected) -> problems.answer(exchange, "malformed-request");
    }
}
