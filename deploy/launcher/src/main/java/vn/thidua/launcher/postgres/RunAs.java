package vn.thidua.launcher.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.launcher.screen.Refusal;

/**
 * Under whose identity PostgreSQL runs. It refuses to run as root; for root we step into a user namespace of our own, where we
 * are nobody in particular, and where the machine forbids that, we become the user "nobody".
 *
 * @param prefix what comes before each of PostgreSQL's commands
 * @param owner the user id that must own its files
 */
record RunAs(List<String> prefix, int owner) {
    private static final int NOBODY = 65534;

    static RunAs detect() throws IOException, InterruptedException {
        int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (uid != 0) {
            return new RunAs(List.of(), uid);
        }
        if (works("unshare", "-U", "true")) {
            return new RunAs(List.of("unshare", "-U"), 0);
        }
        if (works("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true")) {
            return new RunAs(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), NOBODY);
        }
        throw new Refusal(
                "PostgreSQL không chạy với quyền root và máy này không có unshare hay setpriv (gói util-linux): hãy dùng người dùng thường",
                "PostgreSQL does not run as root and this machine offers neither unshare nor setpriv (package util-linux): use an"
                        + " ordinary user");
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes the folder's content belong to whom the server runs as; only root can be wrong about it. */
    void own(Path folder) throws IOException {
        if (prefix.isEmpty()) {
            return;
        }
        if ((int) Files.getAttribute(folder, "unix:uid") == owner) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, java.io.@org.jspecify.annotations.Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                // The folder last: it is the mark that everything below it was done.
                Files.setAttribute(directory, "unix:uid", owner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Refuses a place that the user PostgreSQL runs as cannot reach. */
    void checkReach(Path folder) throws IOException, InterruptedException {
        if (owner == NOBODY) {
            List<String> command = command(List.of("ls", folder.toString()));
            if (!works(command.toArray(String[]::new))) {
                throw new Refusal(
                        "Người dùng nobody không vào được " + folder
                                + ": hãy đặt THIDUA_DATA ở nơi khác, ví dụ /var/lib/thidua",
                        "The user nobody cannot reach " + folder
                                + ": set THIDUA_DATA elsewhere, for instance /var/lib/thidua");
            }
        }
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
