package vn.thidua.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/units/1?tab=history#top", "/units?q=x%C4%90", "/apiary", "/login-help"})
    void keepsPlacesInsideTheConsole(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "units",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/a\r\nSet-Cookie:x=1",
                "https://evil.example",
                "javascript:alert(1)",
                "/units//evil.example",
                "/.//evil.example",
                "/đơn-vị",
                "/ a",
                "/logout",
                "/oauth2/authorization/keycloak",
                "/login/oauth2/code/keycloak",
                "/api/v1/me",
                "/actuator/health"
            })
    void goesHomeOtherwise(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo("/");
    }
}
