package vn.thidua.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A mail server and a gateway of others that the province's service sends to; its calendar is looked at only when a test asks. */
final class Post {
    static final GreenMail MAIL = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    static final WireMockServer GATEWAY =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    static final String SECRET = "mot-khoa-bi-mat-du-dai";
    static final Map<String, Object> SETTINGS = start();

    private Post() {}

    /** One that stays when the server is stopped and started again. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Object> start() {
        MAIL.start();
        GATEWAY.start();
        GATEWAY.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
        return Map.of(
                "THIDUA_SMTP_HOST",
                "127.0.0.1",
                "THIDUA_SMTP_PORT",
                MAIL.getSmtp().getPort(),
                "THIDUA_SMTP_STARTTLS",
                false,
                "THIDUA_WEBHOOK_URL",
                GATEWAY.baseUrl() + "/zalo",
                "THIDUA_WEBHOOK_SECRET",
                SECRET,
                // Everybody: what other tests left waiting takes nobody's turn.
                "thidua.messages.at-once",
                1_000_000,
                "thidua.messages.remind-every",
                "24h",
                "thidua.messages.deliver-every",
                "24h");
    }

    /** Lets the calendars be looked at now. */
    static void remind() {
        Schedule.run("remind");
    }

    /** Lets the letters go out now. */
    static void deliver() {
        Schedule.run("deliver");
    }
}
