/**
 * Double-entry bookkeeping in minor units: debits positive, credits negative, each fact's postings sum to zero per
 * currency. A posting is the difference between the balance that the facts demand and what is posted already.
 */
package io.mizan.ledger;
