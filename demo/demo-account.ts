/** The person who signs in. Nobody: the domain cannot exist, and the number is the simulated phone's. */
export const demoAccount = 'hana.mori@nagisa-tram.example';
export const demoPassword = 'shiosai-line-2';
export const demoNumber = '090-1234-5678';
/** As it was handed out, with the PIN that came by post. */
export const demoBadge = { number: '47110023', pin: '258091' };
