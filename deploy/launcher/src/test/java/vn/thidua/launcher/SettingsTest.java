package vn.thidua.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thidua.launcher.screen.Refusal;

class SettingsTest {
    private final Map<String, String> env = new HashMap<>(Map.of("THIDUA_HOME", "/checkout", "HOME", "/home/an"));

    @Test
    void what_is_not_said_has_a_default() {
        Settings settings = Settings.from(env);

        assertThat(settings.ports().gateway()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(Path.of("/home/an/.local/share/thidua"));
        assertThat(settings.demo()).isTrue();
        assertThat(settings.fullJit()).isFalse();
        assertThat(settings.indicatorInstances()).isEqualTo(1);
    }

    @Test
    void the_data_folder_follows_the_users_data_directory_unless_named() {
        env.put("XDG_DATA_HOME", "/data");
        assertThat(Settings.from(env).data()).isEqualTo(Path.of("/data/thidua"));

        env.put("THIDUA_DATA", "/elsewhere/../here");
        assertThat(Settings.from(env).data()).isEqualTo(Path.of("/here"));
    }

    @Test
    void nonsense_is_refused_by_its_name() {
        env.put("THIDUA_PORT", "many");
        assertThatThrownBy(() -> Settings.from(env)).isInstanceOf(Refusal.class).hasMessageContaining("THIDUA_PORT");

        env.put("THIDUA_PORT", "9000");
        env.put("THIDUA_SMTP_HOST", "thu.tinh.example");
        env.put("THIDUA_SMTP_PORT", "smtp");
        assertThatThrownBy(() -> Settings.from(env))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("THIDUA_SMTP_PORT");

        env.put("THIDUA_SMTP_PORT", "587");
        env.put("THIDUA_PROFILE", "test");
        assertThatThrownBy(() -> Settings.from(env)).isInstanceOf(Refusal.class).hasMessageContaining("THIDUA_PROFILE");
    }
}
