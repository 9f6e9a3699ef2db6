package vn.thidua.gateway.console;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Serves the console: hashed files may be kept for ever, the page itself is asked for anew each time. A page's address
 * inside the console leads to the same page, so that links can be sent and reloaded.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles {
    private static final Pattern NOT_A_PAGE =
            Pattern.compile("/(?:api|actuator|assets|problems|oauth2|login/oauth2|logout)(?:/.*)?|.*/[^/]*\\.[^/]*");

    @Bean
    @Order(-10)
    RouterFunction<ServerResponse> console() {
        Resource page = new ClassPathResource("console/index.html");
        return route().resources(
                        "/assets/**",
                        new ClassPathResource("console/assets/"),
                        (file, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable()))
                .resource(request -> isPage(request) && page.exists(), page, (file, headers) -> {
                    headers.setCacheControl(CacheControl.noCache());
                })
                .resources(
                        "/{file:[a-z0-9-]+\\.(?:svg|png|ico|txt|webmanifest)}",
                        new ClassPathResource("console/"),
                        (file, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofHours(1))))
                .build();
    }

    private static boolean isPage(ServerRequest request) {
        HttpMethod method = request.method();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                && !NOT_A_PAGE.matcher(request.path()).matches();
    }
}
