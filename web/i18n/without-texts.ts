/** Said where no texts could be fetched at all, and so in both languages. */
export const withoutTexts =
  '网络不通，页面没有打开。请检查网络，然后刷新页面。 The page did not open for want of a network. Check it, then reload.';
