/**
 * Whether gateways reach us and we believe them: what came against what should have come, and the likely cause where the two
 * differ. Decides nothing about money.
 */
package io.mizan.webhookhealth;
