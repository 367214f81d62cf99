package io.mizan.gateways.sadad;

import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateways.form.Form;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The form that opens SADAD's page, of either version, without its signature: that is put on when it leaves. */
final class SadadForm {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Qatar"));

    private SadadForm() {}

    static Form of(CheckoutIntent intent, SadadSettings.Merchant merchant, SadadSettings.Version version) {
        var amount = SadadAmounts.toSadad(intent.amount());
        return Form.empty()
                .with("merchant_id", merchant.merchantId())
                .with("ORDER_ID", intent.attempt().toString())
                .with("WEBSITE", merchant.website())
                .with("TXN_AMOUNT", amount)
                .with("EMAIL", merchant.email())
                .with("MOBILE_NO", merchant.mobile())
                .with("SADAD_WEBCHECKOUT_PAGE_LANGUAGE", intent.locale().equals("ar") ? "ARB" : "ENG")
                .with("VERSION", version.written())
                .with("CALLBACK_URL", intent.returnUrl().toString())
                .with("txnDate", time(intent.openedAt()))
                .with("productdetail[0][order_id]", intent.order().toString())
                .with("productdetail[0][amount]", amount)
                .with("productdetail[0][quantity]", "1");
    }

    /** As SADAD writes times, on the clocks of Qatar. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }
}
