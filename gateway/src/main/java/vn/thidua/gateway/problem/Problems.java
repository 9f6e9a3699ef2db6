package vn.thidua.gateway.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, in the caller's language. */
@Component
public final class Problems {
    private final ProblemTypes types;
    private final JsonMapper json;

    Problems(ProblemTypes types, JsonMapper json) {
        this.types = types;
        this.json = json;
    }

    /** Answers with the problem type of this slug. */
    public Mono<Void> answer(ServerWebExchange exchange, String slug) {
        return answer(exchange, slug, Map.of());
    }

    /** Answers with the problem type of this slug and further members, such as {@code service} or {@code errorId}. */
    public Mono<Void> answer(ServerWebExchange exchange, String slug, Map<String, ?> members) {
        return answer(exchange, slug, types.get(slug).status(), members);
    }

    Mono<Void> answer(ServerWebExchange exchange, String slug, int status, Map<String, ?> members) {
        ServerHttpResponse response = exchange.getResponse();
        Language language = Language.of(exchange.getRequest().getHeaders());
        ProblemTypes.Type type = types.get(slug);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + slug);
        body.put("title", type.title().in(language));
        body.put("status", status);
        body.put("detail", type.explanation().in(language));
        body.put("instance", exchange.getRequest().getPath().value());
        body.putAll(members);

        response.setRawStatusCode(status);
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.setCacheControl(CacheControl.noStore());
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        byte[] bytes = json.writeValueAsBytes(body);
        headers.setContentLength(bytes.length);
        DataBuffer buffer = response.bufferFactory().wrap(bytes);
        return response.writeWith(Mono.just(buffer));
    }
}
