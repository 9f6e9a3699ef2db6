package vn.thidua.launcher;

import java.time.Duration;
import vn.thidua.launcher.process.Probe;
import vn.thidua.launcher.screen.Refusal;

/** The gateway learns of the services a moment after they are ready; "ready" on the screen means that a click works. */
final class Routes {
    private Routes() {}

    /** Waits until the gateway reaches every service; throws a {@link Refusal} when it does not in time. */
    static void await(String gateway, Platform platform) throws InterruptedException {
        for (String service : Layout.SERVICES) {
            String address = gateway + "/api/v1/openapi/" + service;
            if (!Probe.http(address).await(Duration.ofSeconds(60), () -> !platform.isStopping())) {
                if (platform.isStopping()) {
                    throw new Platform.Stopped();
                }
                throw new Refusal(
                        "Cổng vào không đưa tới được " + service + "-service: " + address,
                        "The gateway does not reach " + service + "-service: " + address);
            }
        }
    }
}
