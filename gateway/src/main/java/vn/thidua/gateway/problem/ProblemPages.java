package vn.thidua.gateway.problem;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** The pages behind every problem's {@code type}: for whoever writes a client, in both languages. */
@Configuration(proxyBeanMethods = false)
class ProblemPages {
    private static final String FRAME = """
            <!doctype html>
            <html lang="vi">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><link rel="stylesheet" href="/problems/style.css"></head>
            <body><main>%s</main></body>
            </html>
            """;

    @Bean
    @Order(-20)
    RouterFunction<ServerResponse> pages(ProblemTypes types) {
        return route().GET(
                        "/problems/style.css",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.valueOf("text/css"))
                                .bodyValue(new ClassPathResource("problems.css")))
                .GET("/problems", request -> html(index(types)))
                .GET("/problems/{slug}", request -> {
                    String slug = request.pathVariable("slug");
                    ProblemTypes.Type type = types.problems().get(slug);
                    return type == null
                            ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))
                            : html(page(slug, type));
                })
                .build();
    }

    private static Mono<ServerResponse> html(String page) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .bodyValue(page);
    }

    private static String index(ProblemTypes types) {
        String rows = types.problems().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, ProblemTypes.Type>>comparingInt(
                                e -> e.getValue().status())
                        .thenComparing(Map.Entry::getKey))
                .map(e -> """
                        <tr><td>%d</td><td><a href="/problems/%s">%s</a></td><td>%s</td><td lang="en">%s</td></tr>
                        """.formatted(
                                e.getValue().status(),
                                e.getKey(),
                                e.getKey(),
                                escape(e.getValue().title().vi()),
                                escape(e.getValue().title().en())))
                .collect(Collectors.joining());
        return FRAME.formatted("Các loại lỗi · Problem types", """
                <h1>Các loại lỗi <small lang="en">Problem types</small></h1>
                <p>Mọi lỗi của API là một tài liệu <code>application/problem+json</code> (RFC 9457).
                Trường <code>type</code> không đổi theo thời gian và trỏ tới một trang ở đây.</p>
                <p lang="en">Every error of the API is an <code>application/problem+json</code> document (RFC 9457).
                Its <code>type</code> is stable and points to a page below.</p>
                <table><thead><tr><th>HTTP</th><th>type</th><th>Tiếng Việt</th><th lang="en">English</th></tr></thead>
                <tbody>%s</tbody></table>
                """.formatted(rows));
    }

    private static String page(String slug, ProblemTypes.Type type) {
        return FRAME.formatted(escape(type.title().vi()), """
                <p><a href="/problems">Các loại lỗi · Problem types</a></p>
                <h1>%s <small lang="en">%s</small></h1>
                <p><code>/problems/%s</code> · HTTP %d</p>
                <p>%s</p><p lang="en">%s</p>
                """.formatted(
                        escape(type.title().vi()),
                        escape(type.title().en()),
                        slug,
                        type.status(),
                        escape(type.explanation().vi()),
                        escape(type.explanation().en())));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
