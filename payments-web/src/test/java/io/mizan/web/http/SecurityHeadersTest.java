package io.mizan.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.access.Mode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What needs another mode than the tests' server has; {@code HeadersIT} looks at the rest. */
class SecurityHeadersTest {
    @Test
    void a_live_server_is_reached_over_tls_only_for_a_year_with_all_below_it() {
        assertThat(headers(Mode.LIVE, "/admin/login"))
                .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    @Test
    void a_sandbox_may_be_on_plain_http() {
        assertThat(headers(Mode.SANDBOX, "/admin/login")).doesNotContainKey("Strict-Transport-Security");
    }

    private static Map<String, String> headers(Mode mode, String path) {
        var headers = new HashMap<String, String>();
        var request = stub(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getRequestURI" -> path;
            case "getContextPath" -> "";
            default -> null;
        });
        var answer = stub(HttpServletResponse.class, (method, arguments) -> {
            assertThat(method).isEqualTo("setHeader");
            return headers.put((String) arguments[0], (String) arguments[1]);
        });
        new SecurityHeaders(mode).put(request, answer);
        return headers;
    }

    private interface Behaviour {
        Object of(String method, Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.of(method.getName(), arguments)));
    }
}
