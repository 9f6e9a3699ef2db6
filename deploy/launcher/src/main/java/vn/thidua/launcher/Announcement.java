package vn.thidua.launcher;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import vn.thidua.launcher.screen.Screen;

/** What people are told when the start is over. */
final class Announcement {
    private static final String DEMO_PEOPLE = """
              quantri       Nguyễn Quản Trị     quản trị hệ thống · administrator
              canbo.snv     Trần Thị Sở         cơ quan thường trực, toàn tỉnh · standing agency, whole province
              canbo.xa      Lê Văn Xã           cán bộ một xã · officer of one commune
              lanhdao.xa    Phạm Thị Lãnh Đạo   lãnh đạo xã ấy · leader of that commune
              canbo.khoi    Bùi Thị Cán Bộ      cán bộ của cả tám xã, phường trong khối · officer of all eight communes
              lanhdao.khoi  Đỗ Văn Lãnh Đạo     lãnh đạo của cả tám · leader of all eight
              thamdinh      Ngô Thị Thẩm Định   thẩm định số liệu · verifies figures
              hoidong       Dương Văn Hội Đồng  hội đồng và cơ quan thường trực · council and standing agency
              chutich       Lý Thị Chủ Tịch     người có thẩm quyền, ký quyết định · signs decisions
              vanthu        Mai Văn Thư         văn thư, cho số quyết định · numbers decisions
              kiemphieu1    Cao Thị Kiểm Phiếu  ban kiểm phiếu · teller
              kiemphieu2    Tạ Văn Kiểm Phiếu   ban kiểm phiếu · teller
              canbo.hagiang Vàng Thị Ghi Chép   chấm điểm mùa 2019 của Hà Giang (ghi lại) · scores Hà Giang's season of record
              thanhtra      Hoàng Thanh Tra     thanh tra · auditor
              kiemnhiem     Võ Kiêm Nhiệm       kiêm nhiệm hai đơn vị · mandates at two units
              khachmoi      Đặng Khách          chưa được giao việc gì · no mandate yet""";

    private final Settings settings;
    private final Layout layout;
    private final Screen screen;

    Announcement(Settings settings, Layout layout, Screen screen) {
        this.settings = settings;
        this.layout = layout;
        this.screen = screen;
    }

    void everything(Blueprint blueprint) {
        screen.line("");
        screen.line(String.format(
                Locale.ROOT,
                "  Thi Đua đã sẵn sàng sau %.1f giây · ready in %.1f s",
                screen.seconds(),
                screen.seconds()));
        screen.line("");
        screen.line("  Mở · open      " + blueprint.publicAddress() + "/");
        if (settings.demo()) {
            screen.line("  Đăng nhập · log in (mật khẩu · password: thidua)");
            DEMO_PEOPLE.lines().forEach(person -> screen.line("    " + person));
        } else {
            screen.line("  Lần đầu · first time: deploy/setup   (tài khoản · accounts: "
                    + blueprint.keycloak().address() + "/admin/thidua/console/)");
        }
        screen.line("  Dữ liệu · data " + layout.data());
        screen.line("  Nhật ký · logs " + layout.logs());
        screen.line("  Dừng · stop    Ctrl-C, deploy/down");
        screen.line("");
    }

    void infrastructure(Blueprint blueprint) throws IOException {
        screen.line("");
        screen.line("  Hạ tầng đã sẵn sàng. Để chạy một tiến trình từ IDE, hãy cho nó môi trường sau.");
        screen.line("  The infrastructure is ready. To run a process from an IDE, give it this environment.");
        for (String service : Layout.SERVICES) {
            environment(service + "-service", blueprint.serviceEnvironment(service, blueprint.port(service)));
        }
        environment("gateway", blueprint.gatewayEnvironment(settings.ports().gateway()));
        screen.line("");
        screen.line("  Dừng · stop    Ctrl-C, deploy/down");
    }

    private void environment(String name, Map<String, String> environment) {
        screen.line("");
        screen.line("# " + name);
        environment.forEach((variable, value) -> screen.line(variable + "=" + value));
    }
}
