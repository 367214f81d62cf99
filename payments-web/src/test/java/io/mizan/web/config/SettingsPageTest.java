package io.mizan.web.config;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Pattern SETTING = Pattern.compile("`(mizan\\.[a-z.]+)`");

    /** Read by the launcher and by the data source, before this module's configuration. */
    private static final Set<String> READ_ELSEWHERE = Set.of("mizan.db.url", "mizan.db.user", "mizan.db.password");

    /** The page of settings, and the page of each gateway. */
    private static String pages() throws IOException {
        var docs = Path.of("..", "docs");
        var told = new StringBuilder(Files.readString(docs.resolve("settings.md")));
        try (var gateways = Files.list(docs.resolve("gateways"))) {
            for (var page : gateways.sorted().toList()) {
                told.append(Files.readString(page));
            }
        }
        return told.toString();
    }

    @Test
    void the_pages_name_every_setting_that_is_read_and_no_other() throws IOException {
        var asked = new TreeSet<>(READ_ELSEWHERE);
        var roles = Pattern.compile("mizan\\.demo\\.(finance|operator|administrator)\\..*");
        var ofEveryGateway = Pattern.compile("mizan\\.[a-z]+\\.(offered|amounts|countries|callers)");
        configured(asking(
                asked,
                Map.of(
                        "mizan.public.url", "http://127.0.0.1",
                        "mizan.demo.support.user", "support")));
        asked.removeIf(name -> roles.matcher(name).matches()); // told as "the same for"
        asked.removeIf(name -> ofEveryGateway.matcher(name).matches()); // told as mizan.<gateway>.…

        var told =
                SETTING.matcher(pages()).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
        told.removeIf(name -> ofEveryGateway.matcher(name).matches());

        assertThat(told).isEqualTo(asked);
    }

    @Test
    void what_is_wrong_is_told_together_and_without_secrets() {
        var wrong = configured(asking(
                new TreeSet<>(),
                Map.of(
                        "mizan.mode", "test",
                        "mizan.gateways.look.every", "PT0.5S",
                        "mizan.master.key", "hush",
                        "mizan.demo.secret.key", "sk_test_hush")));

        assertThat(wrong.refusals())
                .extracting(refusal -> refusal.code())
                .contains("mode", "master_key", "public_url", "gateways");
        assertThat(wrong.refusals()).noneMatch(refusal -> refusal.sentence().contains("hush"));
    }

    @Test
    void a_live_deployment_refuses_what_belongs_to_a_sandbox() {
        var live = configured(asking(
                new TreeSet<>(),
                Map.of(
                        "mizan.mode", "live",
                        "mizan.public.url", "http://pay.example",
                        "mizan.stripe.enabled", "true",
                        "mizan.stripe.account", "acct_1",
                        "mizan.stripe.secret.key", "sk_test_abc",
                        "mizan.stripe.webhook.secrets", "whsec_12345678")));

        assertThat(live.refusals()).extracting(refusal -> refusal.code()).contains("public_url", "stripe");
        assertThat(live.demo().staff()).isEmpty();
    }

    private static Configuration configured(Config config) {
        return new Configuration(config, Clock.systemUTC());
    }

    private static Config asking(Set<String> asked, Map<String, Object> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    var name = (String) arguments[0];
                    asked.add(name);
                    return Optional.ofNullable(values.getOrDefault(name, name.endsWith(".enabled") ? "true" : null));
                });
    }
}
