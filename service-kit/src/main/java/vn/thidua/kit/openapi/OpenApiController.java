package vn.thidua.kit.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of this service for everybody to read, as it was committed; the build holds the code against it. */
@RestController
@Hidden
class OpenApiController {
    static final String CONTRACT = "contract/openapi.json";

    @GetMapping(path = "/api/v1/openapi/${thidua.service}", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource contract() {
        return new ClassPathResource(CONTRACT);
    }
}
