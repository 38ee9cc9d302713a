import { chooseLanguage, htmlLang, keepLanguage, keptLanguage } from './language';
import { pickText } from './texts';

const refusing = (): Storage => {
  throw new Error('storage is blocked');
};

describe('the language of the page', () => {
  it('is what the reader chose before', () => expect(chooseLanguage('en', ['zh-CN'])).toBe('en'));
  it('follows an English browser at the first visit', () =>
    expect(chooseLanguage(null, ['en-GB', 'zh'])).toBe('en'));
  it('is Chinese for every other browser', () => {
    expect(chooseLanguage(null, ['de-DE'])).toBe('zh');
    expect(chooseLanguage(null, [])).toBe('zh');
  });
  it('ignores a kept value that is no language', () => expect(chooseLanguage('fr', ['zh'])).toBe('zh'));
  it('does not fail where storage is blocked', () => {
    expect(keptLanguage(refusing)).toBeNull();
    expect(() => keepLanguage(refusing, 'en')).not.toThrow();
  });
  it('is announced with its region where fonts depend on it', () => {
    expect(htmlLang('zh')).toBe('zh-CN');
    expect(htmlLang('en')).toBe('en');
  });
});

describe('a configured text', () => {
  it('is shown in the language of the page', () =>
    expect(pickText({ zh: '承诺书', en: 'Pledge' }, 'en')).toBe('Pledge'));
  it('falls back to Chinese where no English was written', () => {
    expect(pickText({ zh: '承诺书' }, 'en')).toBe('承诺书');
    expect(pickText({ zh: '承诺书', en: '' }, 'en')).toBe('承诺书');
  });
});
