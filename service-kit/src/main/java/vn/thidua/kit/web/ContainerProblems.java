package vn.thidua.kit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Languages;

/**
 * What Tomcat itself refuses, such as an encoded slash in a path or chunks that are none, as a problem instead of its own page.
 * Public because Tomcat makes it by name.
 */
public final class ContainerProblems extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var type = typeOf(status);
        var locale = Languages.of(request);
        var texts = ResourceBundle.getBundle(
                "problems/kit",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        // The texts of these types hold nothing that JSON would want escaped.
        var body = "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(
                        type.uri(),
                        texts.getString(type.slug() + ".title"),
                        status,
                        texts.getString(type.slug() + ".detail"));
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Content-Language", locale.getLanguage());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(body);
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("nobody is there to read a refusal", gone);
        }
    }

    private static ProblemType typeOf(int status) {
        return switch (status) {
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.UNEXPECTED;
        };
    }
}
