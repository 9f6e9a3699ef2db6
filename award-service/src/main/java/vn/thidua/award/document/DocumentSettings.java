package vn.thidua.award.document;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param publicUrl where browsers reach the platform, without a trailing slash; documents keep the one they were issued with */
@Validated
@ConfigurationProperties("thidua.documents")
record DocumentSettings(
        @Pattern(regexp = "https?://[^/?#\\s]{1,200}", message = "must be scheme and host, without a trailing slash")
        String publicUrl) {}
