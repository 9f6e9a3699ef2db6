package vn.thidua.kit.test.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.security.Caller;

/**
 * Lets a service under test describe its API from its code. The description is committed as its contract, which the service
 * publishes; so nothing has to be described while it works.
 */
@Configuration(proxyBeanMethods = false)
public class Description {
    /** Where the description is asked for. */
    public static final String PATH = "/actuator/description";

    /** How it is written. */
    public static final Map<String, Object> SETTINGS = Map.of(
            "springdoc.api-docs.path",
            PATH,
            "springdoc.writer-with-order-by-keys",
            true,
            "springdoc.override-with-generic-response",
            false,
            "springdoc.default-produces-media-type",
            "application/json");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Map.class);
    }

    @Bean
    RecordNullness recordNullness() {
        return new RecordNullness();
    }

    @Bean
    OpenAPI head(@Value("${spring.application.name}") String name) {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info().title("Thi Đua: " + name).version("v1"))
                .components(new Components().addSecuritySchemes("bearer", bearer))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /** Every operation may answer with a problem; which ones is on the pages that the types lead to. */
    @Bean
    OpenApiCustomizer problems() {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        var response = new ApiResponse().description("A problem (RFC 9457)").content(content);
        return api -> {
            api.getComponents().addSchemas("Problem", problem());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation.getResponses().addApiResponse("default", response)));
        };
    }

    private static Schema<?> problem() {
        var field = new Schema<>()
                .types(Set.of("object"))
                .addProperty("pointer", text())
                .addProperty("code", text())
                .addProperty("detail", text());
        field.addRequiredItem("pointer");
        field.addRequiredItem("code");
        field.addRequiredItem("detail");
        var errors = new ArraySchema().items(field);
        var problem = new Schema<>()
                .types(Set.of("object"))
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", new Schema<>().types(Set.of("integer")))
                .addProperty("detail", text())
                .addProperty("errors", errors)
                .addProperty("errorId", text());
        problem.addRequiredItem("type");
        problem.addRequiredItem("title");
        problem.addRequiredItem("status");
        return problem;
    }

    private static Schema<?> text() {
        return new Schema<>().types(Set.of("string"));
    }
}
