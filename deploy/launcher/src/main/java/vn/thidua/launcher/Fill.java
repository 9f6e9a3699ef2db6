package vn.thidua.launcher;

import java.io.IOException;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.Secrets;

/** {@code deploy/fill}: spares whoever lives the demo's season the typing for seven of its eight members. */
final class Fill {
    private final Settings settings;
    private final Layout layout;
    private final Screen screen;

    Fill(Settings settings, Layout layout, Screen screen) {
        this.settings = settings;
        this.layout = layout;
        this.screen = screen;
    }

    int run() throws IOException, InterruptedException {
        Reset.refuseOutsideDemo(settings, "deploy/fill");
        Foreground.running(layout);
        Blueprint blueprint = new Blueprint(settings, layout, Secrets.in(layout.secrets()));
        try {
            int reports = Demo.loader(settings, blueprint).fillReports();
            screen.line("Số bịa đã ở bản nháp của " + reports + " báo cáo · drafts filled with invented numbers: "
                    + reports);
            return 0;
        } catch (IOException e) {
            throw new Refusal(
                    "Chưa nhập được: chỉ tiêu phải chốt rồi và kỳ cả năm phải đang mở (deploy/clock 2026-12-15T08:00)",
                    "Not possible yet: the targets have to be frozen and the period of the year open\n"
                            + e.getMessage());
        }
    }
}
