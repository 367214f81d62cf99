package io.mizan.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.web.start.Refusal;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** What a wrong setting leads to: a refusal that names it and its cure, together with all others. */
class ConfigurationTest {

    private static final Map<String, String> SOUND = Map.of(
            "mizan.mode", "sandbox",
            "mizan.public.url", "https://pay.example",
            "mizan.master.key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "mizan.stripe.enabled", "true",
            "mizan.stripe.account", "acct_1",
            "mizan.stripe.secret.key", "sk_test_1",
            "mizan.stripe.webhook.secrets", "whsec_12345678");

    @Test
    void sound_settings_are_not_refused() {
        assertThat(refusals(Map.of())).isEmpty();
    }

    @Test
    void without_a_master_key_the_cure_names_the_settings() {
        assertThat(refusals(Map.of("mizan.master.key", ""))).singleElement().satisfies(refusal -> assertThat(
                        refusal.sentence())
                .contains("master key is missing", "MIZAN_MASTER_KEY", "MIZAN_MASTER_KEY_FILE"));
    }

    @Test
    void a_master_key_file_that_cannot_be_read_is_named() {
        assertThat(refusals(Map.of("mizan.master.key", "", "mizan.master.key.file", "/nowhere/key")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("/nowhere/key cannot be read"));
    }

    @Test
    void a_live_key_in_the_sandbox_is_refused_and_not_quoted() {
        assertThat(refusals(Map.of("mizan.stripe.secret.key", "sk_live_abc123")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.sentence())
                        .contains("is a live key and this is the sandbox", "use a test key, or MIZAN_MODE=live")
                        .doesNotContain("abc123"));
    }

    @Test
    void a_test_key_in_live_mode_is_refused_and_not_quoted() {
        assertThat(refusals(Map.of("mizan.mode", "live", "mizan.stripe.secret.key", "rk_test_abc123")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.sentence())
                        .contains("is a test key and this is live mode", "use a live key, or MIZAN_MODE=sandbox")
                        .doesNotContain("abc123"));
    }

    @Test
    void a_live_server_that_tests_could_end_is_refused() {
        var live =
                Map.of("mizan.mode", "live", "mizan.stripe.secret.key", "rk_live_abc123", "mizan.sandbox.halt", "true");

        assertThat(refusals(live)).singleElement().satisfies(refusal -> assertThat(refusal.sentence())
                .contains("MIZAN_SANDBOX_HALT", "live mode", "remove it"));
    }

    @Test
    void a_first_administrator_without_a_password_is_refused() {
        assertThat(refusals(Map.of("mizan.bootstrap.admin", "amal")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.sentence())
                        .contains("MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE", "belong together"));
    }

    @Test
    void an_address_list_with_something_else_on_it_is_refused() {
        assertThat(refusals(Map.of("mizan.private.addresses", "10.0.0.0/8, office.example")))
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.sentence()).contains("office.example", "MIZAN_PRIVATE_ADDRESSES"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var wrong = Map.of(
                "mizan.master.key", "short",
                "mizan.public.url", "",
                "mizan.stripe.secret.key", "sk_live_1",
                "mizan.dispatch.lease", "a while");

        assertThat(refusals(wrong))
                .extracting(Refusal::code)
                .containsExactly("master_key", "public_url", "stripe", "dispatch");
    }

    private static List<Refusal> refusals(Map<String, String> changes) {
        var settings = new HashMap<>(SOUND);
        settings.putAll(changes);
        return new ArrayList<>(new Configuration(config(settings), Clock.systemUTC()).refusals());
    }

    /** The one method that is asked; an empty value counts as none, as in MicroProfile Config. */
    private static Config config(Map<String, String> settings) {
        return (Config) Proxy.newProxyInstance(
                ConfigurationTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(settings.get((String) arguments[0]))
                        .filter(text -> !text.isEmpty())
                        .map(text -> converted(text, (Class<?>) arguments[1])));
    }

    private static Object converted(String text, Class<?> type) {
        if (type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        return type == java.time.Duration.class ? java.time.Duration.parse(text) : text;
    }
}
