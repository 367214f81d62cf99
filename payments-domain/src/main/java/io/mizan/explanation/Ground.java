package io.mizan.explanation;

import java.util.Locale;

/** On what an answer rests; each ground gives one and the same answer, and has one sentence in each language. */
public sealed interface Ground {
    Says says();

    /** The outside form, after the name of its question: {@code reached.came_back}. */
    String code();

    /** Did the customer reach the gateway? */
    enum Reached implements Ground {
        /** A bank or the gateway told of something that only the customer can do there. */
        ACTED_THERE(Says.YES),
        /** The browser came back with the token that only the gateway's page had. */
        CAME_BACK(Says.YES),
        /** The browser was given the address of the page, and nothing was heard since. */
        SENT_THERE(Says.UNKNOWN),
        /** A page was asked for, and whether there is one is not known; nobody was sent anywhere. */
        PAGE_UNKNOWN(Says.NOT_YET),
        /** The gateway would not open a page; another try may get one. */
        PAGE_REFUSED(Says.NOT_YET),
        NOT_SENT_YET(Says.NOT_YET),
        /** The order has ended, and no address was ever given out. */
        NEVER_SENT(Says.NO);

        private final Says says;

        Reached(Says says) {
            this.says = says;
        }

        @Override
        public Says says() {
            return says;
        }

        @Override
        public String code() {
            return "reached." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Did the bank approve? */
    enum Approved implements Ground {
        COLLECTED(Says.YES),
        /** Of money that no bank moves: the network has confirmed it. */
        RECEIVED(Says.YES),
        HELD(Says.YES),
        /** It approved once; the hold has ended without a capture. */
        RELEASED(Says.YES),
        /** The last try was declined; the page still takes another card. */
        DECLINED_PAGE_OPEN(Says.NO),
        /** The last try was declined, and its page is closed. */
        DECLINED(Says.NO),
        /** The gateway closed the page and says that nothing was paid. */
        CLOSED_UNPAID(Says.NO),
        /** The order has ended, and no bank was ever asked. */
        NEVER_ASKED(Says.NO),
        /** The bank wants the customer to confirm. */
        CHALLENGED(Says.NOT_YET),
        /** The customer agreed; the money is on its way, which for some methods takes days. */
        ON_ITS_WAY(Says.NOT_YET),
        /** What the customer sent is seen, and may still vanish until the network confirms it. */
        SEEN_UNCONFIRMED(Says.NOT_YET),
        /** Asked, the gateway told of no payment so far. */
        NOT_PAID_WHEN_ASKED(Says.NOT_YET),
        NOT_ASKED_YET(Says.NOT_YET),
        /** The time to pay is over, and since then the gateway has told nothing, asked or not. */
        NOT_TOLD_SINCE(Says.UNKNOWN),
        /** The customer can pay, and the gateway has told nothing and was not asked yet. */
        NOTHING_HEARD(Says.UNKNOWN);

        private final Says says;

        Approved(Says says) {
            this.says = says;
        }

        @Override
        public Says says() {
            return says;
        }

        @Override
        public String code() {
            return "approved." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Did the callback about the outcome reach us? What reached us is ours to know, so this is never unknown. */
    enum CalledBack implements Ground {
        WEBHOOK(Says.YES),
        SIGNED_RETURN(Says.YES),
        /** The gateway's message told only that there was an outcome to be asked for; the answer told which. */
        HINTED(Says.YES),
        /** We know the outcome because we asked; the gateway's own message has not come. */
        INQUIRY_ONLY(Says.NOT_YET),
        /** A message came, and what we asked then has told no outcome. */
        HINTED_ONLY(Says.NOT_YET),
        /** The customer can pay, and no message has come. */
        NONE(Says.NOT_YET),
        /** The gateway has had nothing to tell. */
        NOTHING_TO_TELL(Says.NOT_YET);

        private final Says says;

        CalledBack(Says says) {
            this.says = says;
        }

        @Override
        public Says says() {
            return says;
        }

        @Override
        public String code() {
            return "called_back." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Was the order fulfilled? The merchant alone knows, and tells. */
    enum Fulfilled implements Ground {
        REPORTED(Says.YES),
        TAKEN_BACK(Says.NO),
        PAID_NOT_REPORTED(Says.NOT_YET),
        NOT_PAID(Says.NOT_YET),
        /** The order was called off or ran out of time, so no delivery is due. */
        NOT_DUE(Says.NOT_YET);

        private final Says says;

        Fulfilled(Says says) {
            this.says = says;
        }

        @Override
        public Says says() {
            return says;
        }

        @Override
        public String code() {
            return "fulfilled." + name().toLowerCase(Locale.ROOT);
        }
    }
}
