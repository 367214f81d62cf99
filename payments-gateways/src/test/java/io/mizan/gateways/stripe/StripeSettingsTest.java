package io.mizan.gateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSettingsTest {
    private static final String KEY = "sk_test_secretsecretsecret";
    private static final List<String> SECRETS = List.of("whsec_secretsecret");

    @ParameterizedTest
    @CsvSource({
        "false, sk_test_abc, true",
        "false, rk_test_abc, true",
        "true,  sk_live_abc, true",
        "true,  rk_live_abc, true",
        "false, sk_live_abc, false",
        "true,  sk_test_abc, false",
        "false, pk_test_abc, false",
        "false, abc,         false"
    })
    void a_key_of_the_other_mode_is_refused(boolean live, String key, boolean accepted) {
        if (accepted) {
            assertThatNoException().isThrownBy(() -> StripeSettings.standard(live, "acct_1", key, SECRETS));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StripeSettings.standard(live, "acct_1", key, SECRETS))
                    .withMessageNotContaining(key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true,  https://api.stripe.com, true",
        "false, https://api.stripe.com, true",
        "false, http://127.0.0.1:9911,  true",
        "false, http://localhost:9911,  true",
        "true,  http://127.0.0.1:9911,  false",
        "false, http://10.0.0.1:9911,   false",
        "false, https://api.stripe.com/, false",
        "false, https://api.stripe.com?x=y, false",
        "false, ftp://api.stripe.com,   false",
        "false, https://user@api.stripe.com, false"
    })
    void keys_go_in_clear_to_this_machine_only(boolean live, URI base, boolean accepted) {
        var settings = StripeSettings.standard(live, "acct_1", live ? "sk_live_abc" : KEY, SECRETS);
        if (accepted) {
            assertThat(settings.at(base).apiBase()).isEqualTo(base);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> settings.at(base));
        }
    }

    @Test
    void several_signing_secrets_are_for_a_rotation() {
        assertThatIllegalArgumentException().isThrownBy(() -> StripeSettings.standard(false, "acct_1", KEY, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StripeSettings.standard(false, "acct_1", KEY, List.of("secretsecret")))
                .withMessageNotContaining("secretsecret");
        assertThatNoException()
                .isThrownBy(() ->
                        StripeSettings.standard(false, "acct_1", KEY, List.of("whsec_secret_1", "whsec_secret_2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acct 1", "acct/1"})
    void an_account_is_one_plain_word(String account) {
        assertThatIllegalArgumentException().isThrownBy(() -> StripeSettings.standard(false, account, KEY, SECRETS));
    }

    @Test
    void no_secret_is_printed() {
        assertThat(StripeSettings.standard(false, "acct_1", KEY, SECRETS).toString())
                .contains("[redacted]")
                .doesNotContain("secretsecret");
    }

    @Test
    void the_books_name_gateway_account_and_mode() {
        assertThat(StripeSettings.standard(false, "acct_1", KEY, SECRETS).books())
                .hasToString("stripe/acct_1/sandbox");
        assertThat(StripeSettings.standard(true, "acct_1", "sk_live_abc", SECRETS)
                        .books())
                .hasToString("stripe/acct_1/live");
    }
}
