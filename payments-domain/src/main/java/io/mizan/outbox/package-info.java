/** What the merchant will be told: written with the change that caused it, its payload frozen as it was then. */
package io.mizan.outbox;
