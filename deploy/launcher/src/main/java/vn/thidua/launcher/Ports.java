package vn.thidua.launcher;

import vn.thidua.launcher.screen.Refusal;

/**
 * The ports of all processes, which follow from the one of the gateway.
 *
 * @param gateway the port people and agencies use; the others lie above it
 */
public record Ports(int gateway) {
    private static final int HIGHEST_OFFSET = 19;

    public Ports {
        if (gateway < 1024 || gateway + HIGHEST_OFFSET > 65535) {
            throw new Refusal(
                    "THIDUA_PORT phải từ 1024 đến " + (65535 - HIGHEST_OFFSET) + ", không phải " + gateway,
                    "THIDUA_PORT must lie between 1024 and " + (65535 - HIGHEST_OFFSET));
        }
    }

    int cluster() {
        return gateway + 1;
    }

    int indicator() {
        return gateway + 2;
    }

    int award() {
        return gateway + 3;
    }

    int discovery() {
        return gateway + 4;
    }

    /** Where people log in. */
    public int keycloak() {
        return gateway + 5;
    }

    /** Keycloak's health probe; never shown to people. */
    public int keycloakManagement() {
        return gateway + 6;
    }

    /** The one database server. */
    public int postgres() {
        return gateway + 7;
    }

    /** The second instance of indicator-service has number 2 and port gateway + 12, and so on. */
    int extraIndicator(int number) {
        if (number < 2 || number > 9) {
            throw new IllegalArgumentException("instances are numbered 2 to 9, not " + number);
        }
        return gateway + 10 + number;
    }
}
