package vn.thidua.gateway.login;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.thidua.gateway.GatewaySettings;
import vn.thidua.gateway.problem.Problems;
import vn.thidua.gateway.route.ClientAddress;

/** Who may come in, as whom, and what a browser may do with what it gets. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Security {
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
            + "frame-ancestors 'none'; form-action 'self'";

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            GatewaySettings settings,
            ReactiveClientRegistrationRepository registrations,
            ClientAddress address,
            Problems problems) {
        // Never a redirect: an XHR cannot follow one to another site. The console itself goes to the log-in.
        ServerAuthenticationEntryPoint unauthenticated =
                (exchange, refused) -> problems.answer(exchange, "unauthenticated");
        LoginEnd end = new LoginEnd(settings.publicUrl(), settings.sessionTimeout());
        return http.authorizeExchange(paths -> paths.pathMatchers(
                                HttpMethod.GET, "/api/v1/openapi", "/api/v1/openapi/*")
                        .permitAll()
                        // To read only: whatever writes has a name.
                        .pathMatchers(HttpMethod.GET, "/api/v1/public/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, "/api/v1/public/**")
                        .permitAll()
                        .pathMatchers("/api/**")
                        .authenticated()
                        .pathMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .access((who, context) -> Mono.just(new AuthorizationDecision(
                                address.isLocal(context.getExchange().getRequest()))))
                        .anyExchange()
                        .permitAll())
                .oauth2Login(
                        login -> login.authorizationRequestResolver(new LoginStart(registrations, settings.loginIdle()))
                                .authenticationSuccessHandler(end)
                                .authenticationFailureHandler(end))
                .oauth2ResourceServer(
                        bearer -> bearer.jwt(Customizer.withDefaults()).authenticationEntryPoint(unauthenticated))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler((exchange, refused) -> problems.answer(exchange, "forbidden")))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        // The console returns the cookie's plain value; the default handler wants it masked.
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .accessDeniedHandler((exchange, refused) -> problems.answer(exchange, "csrf-token-invalid")))
                .addFilterAfter(sendCsrfCookie(), SecurityWebFiltersOrder.CSRF)
                .logout(logout -> logout.logoutHandler(new DelegatingServerLogoutHandler(
                                new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
                        .logoutSuccessHandler(farewell(registrations, settings.publicUrl())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicy(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    private static CookieServerCsrfTokenRepository csrfCookie() {
        CookieServerCsrfTokenRepository repository = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.secure(true).sameSite("Lax"));
        return repository;
    }

    /**
     * Nobody else asks for the token, and without asking no cookie is sent. Not for files and public answers, which
     * caches keep, and not for bearer tokens, whose holders have no use for cookies.
     */
    private static WebFilter sendCsrfCookie() {
        return (exchange, chain) -> {
            Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
            return token == null || isCookieless(exchange) ? chain.filter(exchange) : token.then(rest(exchange, chain));
        };
    }

    private static Mono<Void> rest(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> chain.filter(exchange));
    }

    private static boolean isCookieless(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.startsWith("/assets/")
                || path.startsWith("/api/v1/public/")
                || path.startsWith("/problems")
                || path.startsWith("/actuator/")
                || exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    /** 202 and the address to go to: a redirect would be followed by fetch, across sites, and fail. */
    private static OidcClientInitiatedServerLogoutSuccessHandler farewell(
            ReactiveClientRegistrationRepository registrations, String publicUrl) {
        ServerRedirectStrategy accepted = (exchange, location) -> {
            exchange.getResponse().setStatusCode(HttpStatus.ACCEPTED);
            exchange.getResponse().getHeaders().setLocation(location);
            return exchange.getResponse().setComplete();
        };
        var handler = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(publicUrl + "/");
        handler.setLogoutSuccessUrl(URI.create(publicUrl + "/"));
        handler.setRedirectStrategy(accepted);
        return handler;
    }
}
