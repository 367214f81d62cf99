/** What an operator reads of a gateway whose callbacks go wrong. */
package io.mizan.webhookhealth;
