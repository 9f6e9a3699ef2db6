package vn.thidua.kit.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import vn.thidua.kit.security.SecurityConfiguration;

/** Another service's feed. */
@HttpExchange(accept = FeedController.BATCH)
@ClientRegistrationId(SecurityConfiguration.PLATFORM)
interface FeedClient {
    @GetExchange("/api/v1/feeds/{source}")
    ResponseEntity<List<CloudEvent>> read(
            @PathVariable String source,
            @RequestParam String lastEventId,
            @RequestParam long timeout,
            @RequestParam int limit);

    @GetExchange("/api/v1/feeds/{source}/snapshot")
    ResponseEntity<List<CloudEvent>> snapshot(
            @PathVariable String source,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam int limit);
}
