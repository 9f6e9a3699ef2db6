package vn.thidua.launcher;

import java.util.Arrays;
import java.util.List;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;

/** The commands of the folder deploy/ arrive here: the first argument says which. */
public final class Main {
    private static final int REFUSED = 2;

    private Main() {}

    /** Takes the command and its arguments; ends with 0 when it did what it says, 2 when it refused, 1 otherwise. */
    public static void main(String[] args) {
        int exit;
        try {
            exit = run(List.of(args));
        } catch (Refusal refusal) {
            System.err.println(refusal.text());
            exit = REFUSED;
        } catch (Exception e) {
            System.err.println("Lỗi ngoài dự kiến · unexpected failure in " + Arrays.toString(args));
            e.printStackTrace();
            exit = 1;
        }
        System.exit(exit);
    }

    private static int run(List<String> args) throws Exception {
        Settings settings = Settings.from(System.getenv());
        Layout layout = new Layout(settings.home(), settings.data());
        Screen screen = new Screen(System.out);
        List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
        return switch (args.isEmpty() ? "" : args.getFirst()) {
            case "up" -> new Foreground(settings, layout, screen).run(rest);
            case "down" -> new Remote(layout, screen).down();
            case "restart" -> new Remote(layout, screen).restart(rest);
            case "status" -> new Remote(layout, screen).status();
            case "clock" -> new Remote(layout, screen).clock(rest);
            case "fill" -> new Fill(settings, layout, screen).run();
            case "reset" -> new Offline(settings, layout, screen).reset();
            case "setup" -> new SetUp(settings, layout, screen).run(rest);
            case "verify-audit" -> new Offline(settings, layout, screen).verifyAudit(rest);
            case "restored" -> new Offline(settings, layout, screen).renewEpochs();
            case "archives" -> new Archives(settings, screen).make();
            case "measure" -> new Measure(settings, screen).run();
            default ->
                throw new Refusal(
                        "Lệnh: up, down, restart, status, reset, clock, fill, setup, verify-audit, restored, measure",
                        "Commands: up, down, restart, status, reset, clock, fill, setup, verify-audit, restored, measure");
        };
    }
}
