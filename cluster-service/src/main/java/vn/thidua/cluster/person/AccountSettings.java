package vn.thidua.cluster.person;

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
 */
@ConfigurationProperties("thidua.accounts")
record AccountSettings(
        String realm,
        @DefaultValue("accounts") String client,
        @DefaultValue("") String secret,
        @DefaultValue("2s") Duration every) {
    boolean managed() {
        return !secret.isEmpty();
    }
}
