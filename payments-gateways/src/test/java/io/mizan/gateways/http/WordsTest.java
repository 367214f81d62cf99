package io.mizan.gateways.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insufficient_funds",
                "payment_intent.payment_failed",
                "http 503: api_error, req_9bFzcYlD3nAhbk",
                "WH-2WR32451HC0233532-67976317FL4543714",
                "0f6f2c1e-7d0a-4c55-9d0c-3a1f5f1f7d11",
                "CHECKOUT.PAYMENT-APPROVAL.REVERSED",
                "TRANSACTION_REFUSED_BY_PAYPAL_OR_BANK",
                "20261122061425000000000001"
            })
    void codes_and_ids_are_kept_as_they_are(String word) {
        assertThat(Words.kept(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111, removed",
        "declined for 4111111111111111, removed",
        "no account layla@example.com, no account removed",
        "<layla@example.com>, <removed>",
        "sk_live_642e78e891f2499eb2ee0f16446a3b6a, sk_live_removed",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, whsec_removed",
    })
    void what_must_not_be_kept_is_taken_out(String word, String kept) {
        assertThat(Words.kept(word)).isEqualTo(kept);
    }

    @Test
    void what_tells_one_thing_from_another_stays_whole() {
        assertThat(Words.name("complete-1-att_01j8x3q5w7e9r2t4y6u8i0o1p3"))
                .isEqualTo("complete-1-att_01j8x3q5w7e9r2t4y6u8i0o1p3");
        assertThat(Words.nameForLog("WH 1\n2")).isEqualTo("WH?1?2");
    }

    @Test
    void words_are_short_and_of_one_line() {
        assertThat(Words.kept("é" + "x".repeat(200))).isEqualTo("?" + "x".repeat(99));
        assertThat(Words.forLog("a b=c\r\nd")).isEqualTo("a?b?c??d");
    }
}
