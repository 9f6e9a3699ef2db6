package vn.thidua.cluster.message;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are reminded. Without a mail server and without a webhook, reminders stay within the platform.
 *
 * @param console address of the console, which letters name
 * @param remindEvery how often the calendar is looked at
 * @param deliverEvery how often letters go out
 * @param atOnce most letters of a channel that go out each time
 * @param gap a person gets no second letter through a channel within this time; what comes meanwhile goes out together
 */
@ConfigurationProperties("thidua.messages")
record MessageSettings(
        @DefaultValue("http://127.0.0.1:8080") URI console,
        @DefaultValue("60s") Duration remindEvery,
        @DefaultValue("5s") Duration deliverEvery,
        @DefaultValue("20") int atOnce,
        @DefaultValue("1h") Duration gap,
        @DefaultValue Smtp smtp,
        @DefaultValue Webhook webhook) {
    /**
     * @param host empty for none
     * @param user empty where the server wants no log-in
     */
    record Smtp(
            @DefaultValue("") String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("thidua@localhost") String from) {}

    /**
     * @param address of a gateway to Zalo, SMS or the like; empty for none
     * @param secret the body is signed with it
     */
    record Webhook(
            @DefaultValue("") String address,
            @DefaultValue("") String secret) {
        Webhook {
            if (!address.isEmpty() && secret.length() < 16) {
                throw new IllegalArgumentException("thidua.messages.webhook.secret has less than 16 characters");
            }
        }
    }
}
