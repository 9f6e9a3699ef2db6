package vn.thidua.cluster.message;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** To a gateway of others (Zalo, SMS): a signed POST, repeated with the same key until it is taken. */
final class WebhookChannel implements Channel {
    static final String SIGNATURE = "X-Thidua-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    /** What the gateway gets. */
    record Body(
            UUID id,
            @Nullable UUID personId,
            @Nullable String email,
            @Nullable String phone,
            String subject,
            String text) {}

    private final RestClient client;
    private final JsonMapper json;
    private final SecretKeySpec key;

    WebhookChannel(MessageSettings.Webhook settings, JsonMapper json) {
        var http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(Duration.ofSeconds(5));
        this.client = RestClient.builder()
                .baseUrl(settings.address())
                .requestFactory(factory)
                .build();
        this.json = json;
        this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    @Override
    public Kind kind() {
        return Kind.WEBHOOK;
    }

    @Override
    public boolean reaches(Letter letter) {
        return letter.phone() != null;
    }

    @Override
    public void send(Letter letter) throws GeneralSecurityException {
        var body = json.writeValueAsBytes(new Body(
                letter.id(), letter.personId(), letter.email(), letter.phone(), letter.subject(), letter.text()));
        client.post()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", letter.id().toString())
                .header(SIGNATURE, "sha256=" + signature(body))
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private String signature(byte[] body) throws GeneralSecurityException {
        var mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
