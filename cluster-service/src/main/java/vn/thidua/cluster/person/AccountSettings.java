package vn.thidua.cluster.person;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where accounts are made.
 *
 * @param realm address of the realm, {@code …/realms/NAME}
 * @param client that may manage the realm's users, and nothing else
 * @param secret empty where accounts are managed elsewhere; they can then be linked by their subject only
 * @param every how often the provider is asked for what waits
 * @param mailServer by which the provider sends links to set a password; empty where it has none and passwords go by hand
 * @param console where such a link leads in the end
 * @param consoleClient the console's client, whose page that is
 * @param linkLifespan how long such a link is good for
 * @param linkGap within which nobody is sent a second one
 */
@ConfigurationProperties("thidua.accounts")
record AccountSettings(
        String realm,
        @DefaultValue("accounts") String client,
        @DefaultValue("") String secret,
        @DefaultValue("2s") Duration every,
        @DefaultValue("") String mailServer,
        @DefaultValue("http://127.0.0.1:8080") URI console,
        @DefaultValue("gateway") String consoleClient,
        @DefaultValue("3d") Duration linkLifespan,
        @DefaultValue("10m") Duration linkGap) {
    boolean managed() {
        return !secret.isEmpty();
    }

    boolean sendsLinks() {
        return !mailServer.isEmpty();
    }
}
