package io.mizan.web.demo;

import io.mizan.catalog.Product;
import io.mizan.money.Money;
import java.util.List;

/** The goods of the demonstration shop, in currencies of two, three and no decimals. */
public final class DemoCatalogue {
    /** In the order in which the shop shows them. */
    public static final List<Product> PRODUCTS = List.of(
            product("arabic-coffee", "Arabic coffee with cardamom, 250 g", 48_00, 13_00, 12_00, 1_980, 4_000),
            product("khalas-dates", "Khalas dates, 500 g", 35_00, 9_60, 8_90, 1_450, 2_950),
            product("saffron", "Saffron threads, 2 g", 65_00, 17_90, 16_50, 2_700, 5_450),
            product("finjan-cups", "Finjan cups, set of six", 120_00, 33_00, 30_50, 4_980, 10_000),
            product("brass-dallah", "Brass dallah, one litre", 250_00, 68_50, 63_00, 10_300, 20_950),
            product("majlis-box", "Majlis gift box", 420_00, 115_00, 106_00, 17_300, 35_250));

    /** The currencies that everything is sold in, the shop's own first. */
    public static final List<String> CURRENCIES = List.of("QAR", "USD", "EUR", "JPY", "KWD");

    private DemoCatalogue() {}

    /** @param kwd in thousandths; whole tenths of a fils are not to be had, so it ends in 0 */
    private static Product product(String sku, String name, long qar, long usd, long eur, long jpy, long kwd) {
        return new Product(
                sku,
                name,
                List.of(
                        Money.ofMinor(qar, "QAR"),
                        Money.ofMinor(usd, "USD"),
                        Money.ofMinor(eur, "EUR"),
                        Money.ofMinor(jpy, "JPY"),
                        Money.ofMinor(kwd, "KWD")));
    }
}
