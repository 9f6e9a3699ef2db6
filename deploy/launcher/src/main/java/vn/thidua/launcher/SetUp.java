package vn.thidua.launcher;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.launcher.demo.FirstSetUp;
import vn.thidua.launcher.identity.Accounts;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.Secrets;

/**
 * {@code deploy/setup}: the one-time set-up of an installation outside the demo. Creates the first administrator's account
 * when there is none, and presents the set-up code.
 */
final class SetUp {
    private final Settings settings;
    private final Layout layout;
    private final Screen screen;

    SetUp(Settings settings, Layout layout, Screen screen) {
        this.settings = settings;
        this.layout = layout;
        this.screen = screen;
    }

    int run(List<String> args) throws IOException, InterruptedException {
        Map<String, String> options = options(args);
        String account = required(options, "--admin-account");
        String name = required(options, "--admin-name");
        FirstSetUp.Unit unit = new FirstSetUp.Unit(
                required(options, "--unit-code"),
                required(options, "--unit-name"),
                options.getOrDefault("--unit-kind", "ADMINISTRATION"),
                options.getOrDefault("--unit-level", "PROVINCE"),
                options.getOrDefault(
                        "--valid-from",
                        LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString()));
        Foreground.running(layout);
        Secrets secrets = Secrets.in(layout.secrets());
        Blueprint blueprint = new Blueprint(settings, layout, secrets);
        Accounts.Account person =
                Accounts.ensure(blueprint.keycloak(), secrets.get("keycloak.launcher"), account, name);
        boolean done = FirstSetUp.run(
                "http://127.0.0.1:" + settings.ports().cluster(), blueprint.setupCode(), unit, name, person.id());
        if (!done) {
            throw new Refusal("Hệ thống đã được thiết lập trước đây", "The installation was set up before");
        }
        screen.line("Đã thiết lập · set up: " + unit.name());
        screen.line("Quản trị · administrator: " + account);
        person.oneTimePassword()
                .ifPresent(password -> screen.line("Mật khẩu dùng một lần · one-time password: " + password));
        return 0;
    }

    private static Map<String, String> options(List<String> args) {
        if (args.size() % 2 != 0) {
            throw usage();
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            options.put(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null || value.isBlank()) {
            throw usage();
        }
        return value;
    }

    private static Refusal usage() {
        return new Refusal(
                """
            Cách dùng: deploy/setup --unit-code MÃ --unit-name "Tỉnh ..." --admin-name "Họ và tên" --admin-account TÊN_ĐĂNG_NHẬP
                       [--unit-kind ADMINISTRATION] [--unit-level PROVINCE] [--valid-from NĂM-THÁNG-NGÀY]""", "Usage: the options above; the account is created with a one-time password unless it exists");
    }
}
