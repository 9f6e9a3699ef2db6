package vn.thidua.launcher;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vn.thidua.launcher.screen.Refusal;

/** What must be true before anything is started, each with its own message. */
final class Preflight {
    private Preflight() {}

    /** Refuses when one of the ports is taken; takes them with the names of their processes. */
    static void portsFree(Map<Integer, String> ports) {
        ports.forEach((port, name) -> {
            try (ServerSocket socket = new ServerSocket()) {
                // A connection of an earlier run may linger on the port; that does not keep anyone from listening.
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new Refusal(
                        "Cổng " + port + " (" + name
                                + ") đang có chương trình khác dùng: hãy dừng nó, hoặc đặt THIDUA_PORT khác",
                        "Port " + port + " (" + name
                                + ") is in use by another program: stop it, or set another THIDUA_PORT");
            }
        });
    }

    /** Refuses when a program is not installed. */
    static void program(String name, String debianPackage, String path) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder).resolve(name))) {
                return;
            }
        }
        throw new Refusal(
                "Thiếu chương trình " + name + ": cài gói " + debianPackage,
                "The program " + name + " is missing: install the package " + debianPackage);
    }

    /** Refuses data whose passwords are gone. */
    static void secretsBesideData(boolean secrets, Path database, Path folder) {
        if (!secrets && Files.isDirectory(database)) {
            throw new Refusal(
                    "Có dữ liệu ở " + database + " nhưng thiếu mật khẩu ở " + folder + ": hãy khôi phục cả hai",
                    "There is data in " + database + " but its secrets are missing in " + folder + ": restore both");
        }
    }
}
