package io.mizan.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.access.ApiKey;
import io.mizan.access.ApiKeyKind;
import io.mizan.access.Mode;
import io.mizan.access.Origin;
import io.mizan.access.Scope;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRulesTest {
    private static final Origin SHOP = new Origin("https://shop.example");

    private static ApiKey key(ApiKeyKind kind) {
        return new ApiKey(new UUID(0, 1), kind, "Shop", "pk_test_abcd", Scope.ALL, Set.of(SHOP), Map.of(), Set.of());
    }

    @Test
    void a_publishable_key_works_from_its_pages_and_where_no_page_is_named() {
        var key = key(ApiKeyKind.PUBLISHABLE);

        assertThatCode(() -> Door.refuseForeignPages(key, "https://shop.example"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Door.refuseForeignPages(key, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example",
                "https://shop.example:8443",
                "https://shop.example.evil.example",
                "https://SHOP.example",
                "https://shop.example/",
                "null",
                ""
            })
    void it_is_refused_from_any_other_page(String origin) {
        assertThatThrownBy(() -> Door.refuseForeignPages(key(ApiKeyKind.PUBLISHABLE), origin))
                .isInstanceOfSatisfying(MizanException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.ORIGIN_NOT_ALLOWED));
    }

    @Test
    void a_secret_key_is_no_affair_of_pages() {
        assertThatCode(() -> Door.refuseForeignPages(key(ApiKeyKind.SECRET), "https://evil.example"))
                .doesNotThrowAnyException();
    }

    @Test
    void only_an_origin_as_browsers_write_it_is_answered() {
        assertThat(Cors.origin("https://shop.example")).contains(SHOP);
        assertThat(Cors.origin("https://shop.example/")).isEmpty();
        assertThat(Cors.origin("null")).isEmpty();
        assertThat(Cors.origin("a b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/thanks?x=1", "https://shop.example"})
    void customers_return_to_an_origin_of_the_key(URI address) {
        assertThat(key(ApiKeyKind.SECRET).mayReturnTo(address, Mode.LIVE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/thanks",
                "https://evil.example/",
                "https://shop.example@evil.example/",
                "https://shop.example.evil.example/",
                "javascript:alert(1)"
            })
    void and_nowhere_else(URI address) {
        assertThat(key(ApiKeyKind.SECRET).mayReturnTo(address, Mode.SANDBOX)).isFalse();
    }
}
