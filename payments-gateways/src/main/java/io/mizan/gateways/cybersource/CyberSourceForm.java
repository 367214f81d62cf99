package io.mizan.gateways.cybersource;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateways.form.Form;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The form that opens CyberSource's page, without its signature: that is put on when it leaves. Every field is signed, and
 * nothing is said of the customer: the page asks for what it needs.
 *
 * <p>{@code transaction_uuid} is the attempt's own id. CyberSource takes one of them once in 15 minutes, so that a second
 * posting of the form from a second tab pays nothing.
 */
final class CyberSourceForm {
    static final String REFERENCE = "reference_number";
    private static final int LONGEST_ADDRESS = 255;
    private static final List<String> SIGNED = List.of(
            "access_key",
            "profile_id",
            "transaction_uuid",
            FormSignature.SIGNED_NAMES,
            "unsigned_field_names",
            "signed_date_time",
            "locale",
            "transaction_type",
            REFERENCE,
            "amount",
            "currency",
            "merchant_defined_data1",
            "override_custom_receipt_page",
            "override_custom_cancel_page",
            "override_backoffice_post_url");

    private CyberSourceForm() {}

    static Form of(CheckoutIntent intent, CyberSourceSettings settings, CyberSourceAmounts amounts) {
        return Form.empty()
                .with("access_key", settings.profile().keys().get(0).access())
                .with("profile_id", settings.profile().id())
                .with("transaction_uuid", intent.attempt().value().toString())
                .with(FormSignature.SIGNED_NAMES, String.join(",", SIGNED))
                .with("unsigned_field_names", "")
                .with("signed_date_time", time(intent.openedAt()))
                .with(
                        "locale",
                        intent.locale().equals("ar") ? settings.dealings().arabic() : "en-us")
                .with("transaction_type", intent.capture() == CaptureMode.MANUAL ? "authorization" : "sale")
                .with(REFERENCE, intent.attempt().toString())
                .with("amount", amounts.toCyberSource(intent.amount()))
                .with("currency", intent.amount().currencyCode())
                .with("merchant_defined_data1", intent.order().toString())
                .with("override_custom_receipt_page", address(intent.returnUrl()))
                .with("override_custom_cancel_page", address(intent.cancelUrl()))
                .with("override_backoffice_post_url", address(settings.profile().noticesTo()));
    }

    /** Without fractions of a second. */
    static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String address(URI address) {
        var text = address.toString();
        if (text.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("CyberSource takes addresses of at most 255 characters");
        }
        return text;
    }
}
