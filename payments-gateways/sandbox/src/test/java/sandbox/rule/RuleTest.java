package sandbox.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    @Test
    void seconds_that_are_not_said_have_a_default() {
        assertThat(rule(Misbehaviour.RATE_LIMITED, null).seconds()).hasSeconds(2);
        assertThat(rule(Misbehaviour.LATE, "7").seconds()).hasSeconds(7);
    }

    @ParameterizedTest
    @CsvSource({"TWICE, 3", "LATE, soon", "LATE, -1", "AMOUNT,", "CURRENCY, us", "DECLINE,", "DECLINE, DROP TABLE"})
    void a_setting_that_makes_no_sense_is_refused(Misbehaviour kind, String setting) {
        assertThatThrownBy(() -> rule(kind, setting)).isInstanceOf(Rule.InvalidRule.class);
    }

    private static Rule rule(Misbehaviour kind, String setting) {
        return new Rule(
                0, "stripe", Rule.EVERYBODY, kind, Optional.empty(), Optional.of(1), Optional.ofNullable(setting));
    }
}
