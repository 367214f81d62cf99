package io.mizan.checkout;

import java.util.Locale;
import java.util.ResourceBundle;

/** What customers read, in English and Arabic. Never tells why an issuer suspects fraud, nor which card it was. */
final class CustomerMessages {
    private static final String BUNDLE = "io.mizan.checkout.customer";

    private CustomerMessages() {}

    /** @param locale {@code ar} for Arabic, English for all else */
    static String text(String key, String locale) {
        var language = locale.startsWith("ar") ? Locale.forLanguageTag("ar") : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
