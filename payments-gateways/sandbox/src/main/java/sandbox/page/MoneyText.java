package sandbox.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** Writes an amount for people: {@code QAR 250.00}, {@code KWD 1.500}, {@code JPY 500}. */
public final class MoneyText {
    /** Currencies whose amounts travel in hundredths although nobody writes any. */
    private static final Set<String> WRITTEN_WHOLE = Set.of("ISK", "UGX");

    private MoneyText() {}

    /** @param minor in the smallest unit as the provider counts it */
    public static String of(long minor, String currency) {
        var code = currency.toUpperCase(Locale.ROOT);
        var whole = WRITTEN_WHOLE.contains(code);
        var decimals = whole ? 2 : Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        var pattern = decimals == 0 || whole ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return code + "\u00a0"
                + new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(BigDecimal.valueOf(minor, decimals));
    }
}
