/** QPay's adapter against QPay's simulator. */
package io.mizan.gateways.qpay;
