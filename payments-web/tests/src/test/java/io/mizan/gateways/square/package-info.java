/** Square's adapter against Square's simulator. */
package io.mizan.gateways.square;
