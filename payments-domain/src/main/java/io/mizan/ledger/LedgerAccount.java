package io.mizan.ledger;

import io.mizan.fact.Account;

/** The accounts that captured money moves between. */
public final class LedgerAccount {
    /** What buyers owe for orders; captured money that pays an order is credited here. */
    public static final String RECEIVABLE = "receivable";
    /** Captured money that pays nothing: too little, too much, twice, or in another currency. */
    public static final String SUSPENSE = "suspense";

    private LedgerAccount() {}

    /** What a gateway holds for us between capture and payout. */
    public static String clearing(Account gatewayAccount) {
        return "clearing/" + gatewayAccount.value();
    }
}
