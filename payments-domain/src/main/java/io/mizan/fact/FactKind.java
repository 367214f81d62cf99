package io.mizan.fact;

import java.util.Locale;

/** What can happen to a payment, as a provider tells it or as we decide it. */
public enum FactKind {
    /** The provider has a page (session, invoice) on which the customer can pay. Object: that page. */
    CHECKOUT_OPENED,
    /** The provider said no to opening one. Object: our own reference. Ends the attempt. */
    CHECKOUT_REFUSED,
    /** The issuer asked the customer to authenticate. Object: the payment; qualifier: the means of payment. */
    CHALLENGE_REQUIRED,
    /** The customer agreed and the money is on its way, which for some methods takes days. Object: the payment. */
    PAYER_APPROVED,
    /** One try was declined. Never ends an attempt: the page may take another card. Object: the charge. */
    TRY_DECLINED,
    /** The page takes no more money. Qualifier: one of {@link Closing}. Object: the page. */
    CHECKOUT_CLOSED,
    /** The issuer promised to hold funds. Object: the authorization. */
    AUTHORIZED,
    /** A promise ended without a capture. Qualifier: one of {@link AuthorizationEnd}. Object: the authorization. */
    AUTHORIZATION_ENDED,
    /** Money was collected. Object: the payment or capture. */
    CAPTURED,
    /**
     * What was collected so far, told by a provider that tells totals and no movements. Object: the payment or invoice.
     * Of several the highest counts.
     */
    CAPTURED_TOTAL,
    /** What was seen on its way so far, and is not certain to arrive. Object as above; counts for nothing. */
    DETECTED_TOTAL,
    /** How a refund stands. Qualifier: one of {@link Refund}; carries its amount. Object: the refund. */
    REFUND_STATUS,
    /** The network confirmed a payment that cannot be called back. Object: the payment; moves no money. */
    CONFIRMED,
    /** Decision of ours: the order is called off. Object: the order. */
    ORDER_CANCELED,
    /** Decision of ours: nobody paid in time. Object: the order. */
    ORDER_EXPIRED;

    /** How a page ended, as the qualifier of {@link #CHECKOUT_CLOSED}. */
    public enum Closing {
        /** Its time ran out. */
        EXPIRED,
        /** We or the customer ended it. */
        CANCELED,
        /** The payment failed in a way that the page cannot repeat. */
        FAILED;

        public String qualifier() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How an authorization ended, as the qualifier of {@link #AUTHORIZATION_ENDED}. */
    public enum AuthorizationEnd {
        VOIDED,
        EXPIRED,
        /** Collected, as far as it ever will be, under another id: what is left of it is released. */
        CAPTURED;

        public String qualifier() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a refund stands, as the qualifier of {@link #REFUND_STATUS}; a later one outweighs an earlier. */
    public enum Refund {
        /** Nothing moves before the customer has said where the money shall go. */
        REQUIRES_ACTION,
        PENDING,
        SUCCEEDED,
        /** The money came back to us, be it after it had succeeded. */
        FAILED,
        CANCELED;

        public String qualifier() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The outside form: {@code try_declined}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
