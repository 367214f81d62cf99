package sandbox.paypal.order;

import java.math.BigDecimal;
import java.util.Set;

/** An amount as PayPal writes it: two decimals, and none for HUF, JPY and TWD. */
public record Sum(BigDecimal value, String currency) {
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");

    public Sum {
        value = value.setScale(decimals(currency));
    }

    /** @throws PayPalRefused if it has more decimals than PayPal takes, or is not positive */
    public static Sum asked(String value, String currency) {
        if (!value.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")) {
            throw PayPalRefused.invalid("INVALID_PARAMETER_VALUE");
        }
        var asked = new BigDecimal(value);
        if (asked.scale() > decimals(currency)) {
            throw PayPalRefused.unprocessable("DECIMAL_PRECISION");
        }
        if (asked.signum() == 0) {
            throw PayPalRefused.unprocessable("CANNOT_BE_ZERO_OR_NEGATIVE");
        }
        return new Sum(asked, currency);
    }

    public static Sum ofMinor(long minor, String currency) {
        return new Sum(BigDecimal.valueOf(minor, decimals(currency)), currency);
    }

    static int decimals(String currency) {
        return WHOLE.contains(currency) ? 0 : 2;
    }

    public long minor() {
        return value.unscaledValue().longValueExact();
    }

    public String text() {
        return value.toPlainString();
    }

    Sum plus(Sum other) {
        return new Sum(value.add(other.value), currency);
    }

    Sum minus(Sum other) {
        return new Sum(value.subtract(other.value), currency);
    }

    boolean isMoreThan(Sum other) {
        return value.compareTo(other.value) > 0;
    }
}
