package vn.thidua.kit.web;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxConcurrent requests worked on at once by one instance; about three times the database connections
 * @param maxPolls long polls of the feed that one instance holds at once
 * @param patience how long a request may wait for a place before it is refused with 503
 * @param maxBodyBytes largest request body
 * @param largePaths paths that take larger ones, each with its limit
 * @param maxLargeAtOnce how many larger ones are worked on at once; another is refused with 503
 */
@Validated
@ConfigurationProperties("thidua.web")
record WebSettings(
        @DefaultValue("24") @Min(1) int maxConcurrent,
        @DefaultValue("256") @Min(1) int maxPolls,
        @DefaultValue("200ms") Duration patience,
        @DefaultValue("1048576") @Min(1024) int maxBodyBytes,
        @DefaultValue Map<String, DataSize> largePaths,
        @DefaultValue("2") @Min(1) int maxLargeAtOnce) {}
