/** SADAD's adapter against SADAD's simulator. */
package io.mizan.gateways.sadad;
